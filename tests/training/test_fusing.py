"""Attention as one operator: the same figures from the graph. Needs torch."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="training needs torch (pip install hearsay[train])")

import onnx
import onnxruntime
from onnxruntime.quantization import QuantType, quantize_dynamic

from hearsay.neural.reader import GRAPH_FILE, MODEL_FOLDER, SLOWER
from hearsay.training.encoder import Encoder, EncoderSize
from hearsay.training.export import write_graph
from hearsay.training.fusing import fuse_attention
from hearsay.training.heads.base import Labeller
from hearsay.training.heads.syntax import SyntaxHead
from hearsay.training.network import Network

SIZE = EncoderSize(width=32, layers=2, heads=4, inner=64, dropout=0.0)


def written(folder: Path) -> Path:
    network = Network(Encoder(SIZE), {"syntax": SyntaxHead(3, SIZE.width), "tag": Labeller("tag", 5, SIZE.width)})
    full, small = folder / "full.onnx", folder / "small.onnx"
    write_graph(network, full)
    quantize_dynamic(full, small, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    return small


def outputs(path: Path) -> list[np.ndarray]:
    """Of two windows, the second of them half padding."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER)
    pieces = np.random.default_rng(1).integers(1, 30000, (2, 12))
    mask = np.ones((2, 12), dtype=np.float32)
    mask[1, 6:] = 0.0
    words = np.array([[1, 3, 5], [1, 2, 4]])
    given = {"pieces": pieces, "shapes": np.ones_like(pieces), "mask": mask, "firsts": words, "lasts": words}
    found: list[np.ndarray] = session.run(None, given)
    return found


def test_the_graph_says_the_same_with_less(tmp_path: Path) -> None:
    path = written(tmp_path)
    before, nodes = outputs(path), len(onnx.load(str(path)).graph.node)
    assert fuse_attention(path, SIZE.heads) == SIZE.layers
    for one, other in zip(before, outputs(path), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-4)
    graph = onnx.load(str(path)).graph
    assert sum(node.op_type == "QAttention" for node in graph.node) == SIZE.layers
    assert len(graph.node) < 0.8 * nodes


def test_what_is_fused_is_not_fused_again(tmp_path: Path) -> None:
    path = tmp_path / GRAPH_FILE
    path.write_bytes((MODEL_FOLDER / GRAPH_FILE).read_bytes())
    with pytest.raises(ValueError, match="layer 0: no int8 products of query, key and value"):
        fuse_attention(path, 12)


def test_a_graph_of_another_make_has_nothing_to_fuse(tmp_path: Path) -> None:
    nothing = onnx.helper.make_node("Identity", ["mask"], ["same"])
    ends = [onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [1]) for name in ("mask", "same")]
    graph = onnx.helper.make_graph([nothing], "none", ends[:1], ends[1:])
    path = tmp_path / "other.onnx"
    onnx.save(onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=8), str(path))
    assert fuse_attention(path, 12) == 0
