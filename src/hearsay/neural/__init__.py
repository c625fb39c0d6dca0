"""The trained reader: words, wordpieces, the ONNX session and the decoding of its heads. No torch here."""
