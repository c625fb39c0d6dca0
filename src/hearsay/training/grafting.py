"""One head's part of an exported graph put into another graph, the rest of which stays as it is to the bit.

Trained weights are kept in half precision, and a graph made small from them again differs in the last bit here and
there, which is enough to parse some sentence otherwise. Who teaches a new head over a model that ships wants nothing
else of it moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import onnx


def graft(onto: Path, taken_from: Path, outputs: Sequence[str], head: str) -> None:
    """Puts into the graph `onto` all that `taken_from` computes `outputs` with, from where its nodes carry the name of
    `head` on; both were exported by this package, so that what comes before has the same names in both.

    Raises:
        ValueError: `onto` has those outputs already, or lacks what they are computed from.
    """
    stock, scion = onnx.load(str(onto)), onnx.load(str(taken_from))
    known = {name for node in stock.graph.node for name in node.output} | {one.name for one in stock.graph.input}
    if known & set(outputs):
        raise ValueError(f"{str(onto)!r} has {sorted(known & set(outputs))} already")
    makers = {name: node for node in scion.graph.node for name in node.output}
    weights = {one.name: one for one in scion.graph.initializer}
    nodes: dict[str, onnx.NodeProto] = {}
    used: dict[str, onnx.TensorProto] = {}
    left, seen = list(outputs), set[str]()
    while left:
        name = left.pop()
        if not name or name in seen:
            continue
        seen.add(name)
        if name in weights:
            used[name] = weights[name]
            continue
        node = makers.get(name)
        if name in known and (node is None or head not in node.name):
            continue
        if node is None:
            raise ValueError(f"{str(onto)!r} lacks {name!r}, which the outputs are computed from")
        nodes[node.output[0]] = node
        left += node.input
    present = {one.name for one in stock.graph.initializer}
    order = [node for node in scion.graph.node if node.output[0] in nodes]
    stock.graph.node.extend(order)
    stock.graph.initializer.extend(one for name, one in used.items() if name not in present)
    stock.graph.output.extend(one for one in scion.graph.output if one.name in outputs)
    onnx.checker.check_model(stock)
    onnx.save(stock, str(onto))
