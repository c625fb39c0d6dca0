"""The same stages on Spark: reports read in every partition, Parquet in and out; needs the extra `spark`."""

from importlib.util import find_spec

if find_spec("pyspark") is None:
    raise ImportError("hearsay.spark needs pyspark; install it with: pip install 'hearsay[spark]'")
