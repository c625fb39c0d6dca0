"""The trained network to the shipped files: one int8 ONNX graph, the tokenizer, the card."""

from __future__ import annotations

import json
import os
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic

from hearsay.neural.assembly import Scores
from hearsay.neural.pieces import Packer
from hearsay.neural.reader import CARD_FILE, GRAPH_FILE, TOKENIZER_FILE, NeuralReader, Run
from hearsay.training.fusing import fuse_attention
from hearsay.training.network import Network

_INPUTS = ("pieces", "shapes", "mask", "firsts", "lasts")


def write_graph(network: Network, path: Path) -> None:
    """The network as float32 ONNX with any number of windows, pieces and words."""
    network.eval()
    counts = torch.zeros((2, 5), dtype=torch.long)
    inputs = (
        torch.ones((2, 8), dtype=torch.long),
        torch.ones((2, 8), dtype=torch.long),
        torch.ones(2, 8),
        counts,
        counts,
    )
    axes = {name: {0: "windows", 1: "pieces"} for name in _INPUTS[:3]}
    axes |= {name: {0: "windows", 1: "words"} for name in (*_INPUTS[3:], *network.output_names())}
    axes["arcs"] = {0: "windows", 1: "words", 2: "words"}
    with warnings.catch_warnings():
        # torch prefers its newer exporter, which needs onnxscript and five times as long for the same graph.
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.onnx.export(
            network,
            inputs,
            str(path),
            input_names=list(_INPUTS),
            output_names=list(network.output_names()),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )


def write_model(network: Network, tokenizer: Path, card: Mapping[str, Any], folder: Path) -> None:
    """The three shipped files, each put in place whole: a reader never finds half of one."""
    folder.mkdir(parents=True, exist_ok=True)
    device = next(network.parameters()).device
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        full, small = Path(scratch) / "full.onnx", Path(scratch) / GRAPH_FILE
        write_graph(network.cpu(), full)
        network.to(device)
        # Weights of seven bits: without VNNI, products of eight overflow. On the development sets it costs nothing.
        quantize_dynamic(full, small, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
        fuse_attention(small, network.encoder.size.heads)
        (Path(scratch) / TOKENIZER_FILE).write_text(_plain(tokenizer), encoding="utf-8")
        (Path(scratch) / CARD_FILE).write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        for name in (TOKENIZER_FILE, CARD_FILE, GRAPH_FILE):
            os.replace(Path(scratch) / name, folder / name)


def _plain(tokenizer: Path) -> str:
    """The tokenizer's file without truncation and padding, which would cut words."""
    stored = json.loads(tokenizer.read_text(encoding="utf-8"))
    return json.dumps({**stored, "truncation": None, "padding": None}, ensure_ascii=False)


def torch_reader(network: Network, tokenizer: Path, card: Mapping[str, Any]) -> NeuralReader:
    """A reader on the float32 network itself, to score it before it is exported."""
    return NeuralReader(
        packer=Packer.load(tokenizer), labels=card["labels"], lexicon=card["lexicon"], run=_runner(network)
    )


def _runner(network: Network) -> Run:
    network.eval()
    device = next(network.parameters()).device

    def run(inputs: Mapping[str, NDArray[np.generic]]) -> Mapping[str, Scores]:
        with torch.inference_mode():
            outputs = network(*(torch.from_numpy(inputs[name]).to(device) for name in _INPUTS))
        return {
            name: output.float().cpu().numpy() for name, output in zip(network.output_names(), outputs, strict=True)
        }

    return run
