"""Learns how readings are coded for MUC-4.

    HEARSAY_CORPORA=... python scripts/fit_muc4.py

writes two files to src/hearsay/evaluation/muc4: weights.tsv.gz, learned from the 1,300 DEV messages and their keys, and
blend.tsv, how much these weights and the reader's model count, fitted on TST1 and TST2 because the model has learned
from DEV too. Run it again when the model or the rules of the reading change. The same readings give the same files.
About twelve minutes on two idle cores, most of them for reading the messages.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from hearsay.evaluation.muc4 import blending, questions
from hearsay.evaluation.muc4.corpus import DEV, PARTS, read_part
from hearsay.evaluation.muc4.heads import odds_of
from hearsay.evaluation.muc4.learning import fit_blends, fit_weights, study
from hearsay.evaluation.muc4.measuring import read_message


def main() -> None:
    if "HEARSAY_CORPORA" not in os.environ:
        sys.exit("HEARSAY_CORPORA names no folder of corpora; set it to the one that holds muc4/")
    root = Path(os.environ["HEARSAY_CORPORA"]) / "muc4"
    studied = []
    for part in DEV:
        studied += [study(message, *read_message(message)) for message in read_part(root, part)]
        sys.stderr.write(f"{part}: {len(studied)} messages read\n")
    weights = fit_weights(studied)
    weights.write(questions.FILE)
    sys.stderr.write(f"{questions.FILE}: {len(weights.by_feature)} features\n")
    yardstick = [(message, *read_message(message)) for part in PARTS for message in read_part(root, part)]
    odds = [odds_of(analysis) for _, analysis, _ in yardstick]
    blends = fit_blends([study(*one) for one in yardstick], odds, weights)
    blending.write_blends(blends, blending.FILE)
    sys.stderr.write(f"{blending.FILE}: {len(blends)} slots\n")


if __name__ == "__main__":
    main()
