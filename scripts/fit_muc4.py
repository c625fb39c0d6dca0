"""Learns the weights by which readings are coded for MUC-4, from its 1,300 DEV messages and their keys.

    HEARSAY_CORPORA=... python scripts/fit_muc4.py

writes src/hearsay/evaluation/muc4/weights.tsv.gz. Run it again when the model or the rules of the reading change. The
same readings give the same weights. About ten minutes on two idle cores, most of them for reading the messages.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from hearsay.evaluation.muc4.corpus import DEV, read_part
from hearsay.evaluation.muc4.learning import fit_weights, study
from hearsay.evaluation.muc4.measuring import read_message
from hearsay.evaluation.muc4.questions import FILE


def main() -> None:
    if "HEARSAY_CORPORA" not in os.environ:
        sys.exit("HEARSAY_CORPORA names no folder of corpora; set it to the one that holds muc4/")
    root = Path(os.environ["HEARSAY_CORPORA"]) / "muc4"
    studied = []
    for part in DEV:
        studied += [study(message, read_message(message)[0]) for message in read_part(root, part)]
        sys.stderr.write(f"{part}: {len(studied)} messages read\n")
    weights = fit_weights(studied)
    weights.write(FILE)
    sys.stderr.write(f"{FILE}: {len(weights.by_feature)} features\n")


if __name__ == "__main__":
    main()
