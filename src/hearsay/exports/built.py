"""The exports that ship."""

from __future__ import annotations

from hearsay.exports.acled import Acled
from hearsay.exports.base import Codebook
from hearsay.exports.csv_table import CsvTable
from hearsay.exports.ftm import Ftm
from hearsay.exports.geojson import GeoJson
from hearsay.exports.gexf import Gexf
from hearsay.exports.gtd import Gtd
from hearsay.exports.nanopub import Nanopub
from hearsay.exports.parquet import Parquet
from hearsay.exports.plover import Plover
from hearsay.exports.records import Records
from hearsay.exports.reviews import Reviews
from hearsay.exports.ucdp import Ucdp
from hearsay.registry import Plugins

CODEBOOKS: Plugins[Codebook] = Plugins(
    group="hearsay.exports",
    meets=lambda found: isinstance(found, Codebook),
    shipped=(
        Gtd(),
        Acled(),
        Ucdp(),
        Plover(),
        Ftm(),
        Nanopub(),
        CsvTable(),
        Parquet(),
        GeoJson(),
        Gexf(),
        Records(),
        Reviews(),
    ),
)
"""All exports; `CODEBOOKS.named("gtd")` gives one."""
