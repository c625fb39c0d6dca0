"""How fast the shipped reader is, beside BERT-base in torch and beside what the machine's int8 products allow.

    python -m benchmarks.reader [--words 12000] [--threads 2]

Everything reads the same invented text in the same run. The figures are wordpieces a second, padding not counted; what
counts is their ratios, as no machine is idle for long. `int8 limit` is how many the encoder could read if its matrix
products were all its work and ran as fast as one int8 product of its shapes (MatMulInteger) does alone. Peak memory is
that of a process that reads the text once. Needs torch and onnx (`pip install '.[train]'`).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper

from benchmarks import fiction
from hearsay.neural.pieces import Packer, Window
from hearsay.neural.reader import (
    GRAPH_FILE,
    MODEL_FOLDER,
    SLOWER,
    TOKENIZER_FILE,
    NeuralReader,
    ReaderOptions,
    inputs,
)
from hearsay.training.encoder import Encoder, EncoderSize

BERT = EncoderSize(width=768, layers=12, heads=12, inner=3072)
_PIECES = 2048  # at once: BERT in batches by length, and the rows of the products
_ROUNDS = 3
_PRODUCTS = 60
_MEMORY = """
import re, sys
from benchmarks.fiction import sentences
from hearsay.neural.reader import NeuralReader
NeuralReader.load().read(sentences(int(sys.argv[1])))
print(re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read()).group(1))
"""

Inputs = Mapping[str, Any]


def best(read: Callable[[], object]) -> float:
    """Seconds of the quickest of a few runs."""
    read()
    times = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        read()
        times.append(time.perf_counter() - began)
    return min(times)


def session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """A session as the reader opens it, but for the threads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
    )


def side_by_side(run: onnxruntime.InferenceSession, given: Sequence[Inputs], threads: int) -> None:
    """Reads windows as the reader does: each in one thread, several at a time."""
    with ThreadPoolExecutor(threads) as pool:
        for _ in pool.map(lambda one: run.run(None, dict(one)), given):
            pass


def batched(windows: Sequence[Window]) -> list[Inputs]:
    """The inputs of windows of like length together, so that little is padding."""
    batches: list[list[Window]] = []
    for window in sorted(windows, key=lambda window: -len(window.pieces)):
        if not batches or len(batches[-1][0].pieces) * (len(batches[-1]) + 1) > _PIECES:
            batches.append([])
        batches[-1].append(window)
    return [_padded([inputs(window) for window in batch]) for batch in batches]


def _padded(batch: Sequence[Inputs]) -> Inputs:
    widths = {name: max(one[name].shape[1] for one in batch) for name in batch[0]}
    return {
        name: np.concatenate([np.pad(one[name], ((0, 0), (0, width - one[name].shape[1]))) for one in batch])
        for name, width in widths.items()
    }


def encoder_alone(path: Path) -> str:
    """Writes the encoder of the shipped graph, without any head, and gives the name of its output."""
    graph = onnx.load(str(MODEL_FOLDER / GRAPH_FILE))
    gathered = {node.input[0] for node in graph.graph.node if node.op_type == "GatherElements"}
    made = {name for node in graph.graph.node for name in node.output}
    (output,) = gathered & made
    given = ["pieces", "shapes", "mask"]
    # Its check knows no shapes behind an operator of onnxruntime's own.
    onnx.utils.extract_model(str(MODEL_FOLDER / GRAPH_FILE), str(path), given, [output], check_model=False)
    return output


def products_a_second(threads: int) -> float:
    """Multiplications and additions a second of int8 products of the encoder's shapes."""
    size = EncoderSize()
    spent = operations = 0.0
    with tempfile.TemporaryDirectory() as scratch:
        for inner, outer, times in (
            (size.width, size.width, 4),
            (size.width, size.inner, 1),
            (size.inner, size.width, 1),
        ):
            path = Path(scratch) / f"{inner}x{outer}.onnx"
            weights = np.random.default_rng(1).integers(-63, 64, (inner, outer), dtype=np.int8)
            node = helper.make_node("MatMulInteger", ["a", "b"], ["c"])
            graph = helper.make_graph(
                [node],
                "product",
                [helper.make_tensor_value_info("a", TensorProto.UINT8, [_PIECES, inner])],
                [helper.make_tensor_value_info("c", TensorProto.INT32, [_PIECES, outer])],
                [numpy_helper.from_array(weights, "b")],
            )
            onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), str(path))
            run = session(path, threads)
            given = {"a": np.random.default_rng(2).integers(0, 256, (_PIECES, inner), dtype=np.uint8)}
            for _ in range(5):
                run.run(None, given)
            began = time.perf_counter()
            for _ in range(_PRODUCTS):
                run.run(None, given)
            spent += times * (time.perf_counter() - began)
            operations += times * _PRODUCTS * 2.0 * _PIECES * inner * outer
    return operations / spent


def bert(batches: Sequence[Inputs]) -> Callable[[], None]:
    """A network of BERT-base's size with random weights, reading the batches in float32."""
    network = Encoder(BERT).eval()

    def read() -> None:
        with torch.inference_mode():
            for batch in batches:
                network(*(torch.from_numpy(batch[name]) for name in ("pieces", "shapes", "mask")))

    return read


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=12000)
    parser.add_argument("--threads", type=int, default=2)
    chosen = parser.parse_args()
    torch.set_num_threads(chosen.threads)
    sentences = fiction.sentences(chosen.words)
    windows: list[Window] = Packer.load(MODEL_FOLDER / TOKENIZER_FILE).pack(sentences)
    pieces = sum(len(window.pieces) for window in windows)
    given = [inputs(window) for window in windows]
    reader = NeuralReader.load(ReaderOptions(threads=chosen.threads))
    rates = {"reader, all heads, decoded": pieces / best(lambda: reader.read(sentences))}
    whole = session(MODEL_FOLDER / GRAPH_FILE, 1)
    rates["its graph alone"] = pieces / best(lambda: side_by_side(whole, given, chosen.threads))
    with tempfile.TemporaryDirectory() as scratch:
        encoder_alone(Path(scratch) / "encoder.onnx")
        bare = session(Path(scratch) / "encoder.onnx", 1)
        names = [one.name for one in bare.get_inputs()]
        fed = [{name: one[name] for name in names} for one in given]
        rates["its encoder alone"] = pieces / best(lambda: side_by_side(bare, fed, chosen.threads))
    rates["int8 limit"] = products_a_second(chosen.threads) / (2 * _weights())
    batches = batched(windows)
    few = batches[: max(1, len(batches) // 8)]
    read = sum(int(batch["mask"].sum()) for batch in few)
    rates["BERT-base in torch"] = read / best(bert(few))
    for name, rate in rates.items():
        beside = f"{rate / rates['BERT-base in torch']:6.1f} x BERT {rate / rates['int8 limit']:6.0%} of the limit"
        sys.stdout.write(f"{name:28} {rate:9,.0f} a second {beside}\n")
    command = [sys.executable, "-c", _MEMORY, str(chosen.words)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own program
    sys.stdout.write(f"{len(sentences):,} sentences, {pieces:,} wordpieces, {chosen.threads} threads; ")
    sys.stdout.write(f"peak memory {int(ran.stdout) / 1024:.0f} MB\n")


def _weights() -> int:
    """Weights of the encoder that every wordpiece is multiplied with."""
    size = EncoderSize()
    return size.layers * (4 * size.width**2 + 2 * size.width * size.inner)


if __name__ == "__main__":
    main()
