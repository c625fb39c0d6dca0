"""The same stages on Spark: reports read in every partition, Parquet in and out; needs the extra `spark`."""
