"""The exported graph made quicker without another weight: each layer's attention becomes one operator.

torch writes attention as thirty operators over float arrays of [windows, heads, pieces, pieces]; onnxruntime's own
`QAttention` does the same on the int8 inputs, with query, key and value in one product. Its own optimiser finds that
pattern in float graphs only, so it is put in by hand here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

_DOMAIN = "com.microsoft"
_MASK = "mask_of_whole_numbers"


def fuse_attention(path: Path, heads: int) -> int:
    """Rewrites the int8 graph in `path`, of an encoder with this many heads a layer; how many layers were rewritten.

    Raises:
        ValueError: a layer's attention is not as `hearsay.training.encoder` writes it.
    """
    model = onnx.load(str(path))
    graph = model.graph
    makers = {name: node for node in graph.node for name in node.output}
    weights = {one.name: one for one in graph.initializer}
    layers = list(_layers(makers))
    for number in layers:
        added, attention = _attention(number, makers, weights, heads)
        graph.initializer.extend(added)
        graph.node.append(attention)
    if layers:
        graph.node.append(helper.make_node("Cast", ["mask"], [_MASK], to=TensorProto.INT32))
        model.opset_import.append(helper.make_opsetid(_DOMAIN, 1))
    replaced = {name for node in graph.node if node.domain == _DOMAIN for name in node.output}
    _keep_needed(graph, replaced)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))
    return len(layers)


def _layers(makers: Mapping[str, onnx.NodeProto]) -> Iterator[int]:
    number = 0
    while f"/encoder/layers.{number}/Reshape_3_output_0" in makers:
        yield number
        number += 1


def _attention(
    number: int, makers: Mapping[str, onnx.NodeProto], weights: Mapping[str, onnx.TensorProto], heads: int
) -> tuple[list[onnx.TensorProto], onnx.NodeProto]:
    """The joined weights of a layer's query, key and value, and the operator that takes them."""
    parts = ("query", "key", "value")
    products = [makers.get(f"/encoder/layers.{number}/{part}/MatMul_output_0_output_quantized") for part in parts]
    found = [product for product in products if product is not None and product.op_type == "MatMulInteger"]
    if len(found) != len(parts) or len({(product.input[0], product.input[2]) for product in found}) != 1:
        raise ValueError(f"layer {number}: no int8 products of query, key and value of one input")
    states, zero = found[0].input[0], found[0].input[2]
    names = [product.input[1].removesuffix("_quantized") for product in found]
    prefix = f"encoder.layers.{number}.attention"
    whole = {
        f"{prefix}.weight": [numpy_helper.to_array(weights[f"{name}_quantized"]) for name in names],
        f"{prefix}.scale": [numpy_helper.to_array(weights[f"{name}_scale"]) for name in names],
        f"{prefix}.zero": [numpy_helper.to_array(weights[f"{name}_zero_point"]) for name in names],
        f"{prefix}.bias": [numpy_helper.to_array(weights[f"encoder.layers.{number}.{part}.bias"]) for part in parts],
    }
    added = [numpy_helper.from_array(np.concatenate(arrays, axis=-1), name) for name, arrays in whole.items()]
    node = helper.make_node(
        "QAttention",
        [
            *(states, f"{prefix}.weight", f"{prefix}.bias", f"{states.removesuffix('_quantized')}_scale"),
            *(f"{prefix}.scale", _MASK, zero, f"{prefix}.zero"),
        ],
        [f"/encoder/layers.{number}/Reshape_3_output_0"],
        name=f"/encoder/layers.{number}/attention",
        domain=_DOMAIN,
        num_heads=heads,
    )
    return added, node


def _keep_needed(graph: onnx.GraphProto, replaced: set[str]) -> None:
    """Drops the nodes and weights that nothing asks for any more, and puts the others in an order that runs."""
    makers: dict[str, onnx.NodeProto] = {}
    for node in graph.node:
        for name in node.output:
            if name not in replaced or node.domain == _DOMAIN:
                makers[name] = node
    ordered: list[onnx.NodeProto] = []
    done: set[int] = set()
    stack = [(name, False) for name in reversed([output.name for output in graph.output])]
    while stack:
        name, ready = stack.pop()
        node = makers.get(name)
        if node is None or id(node) in done:
            continue
        if ready:
            done.add(id(node))
            ordered.append(node)
        else:
            stack.append((name, True))
            stack += [(given, False) for given in reversed(node.input)]
    used = {name for node in ordered for name in node.input}
    kept = [one for one in graph.initializer if one.name in used]
    copies = [onnx.NodeProto.FromString(node.SerializeToString()) for node in ordered]
    tensors = [onnx.TensorProto.FromString(one.SerializeToString()) for one in kept]
    del graph.node[:], graph.initializer[:], graph.value_info[:]
    graph.node.extend(copies)
    graph.initializer.extend(tensors)
