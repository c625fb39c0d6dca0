"""Documents: a file, folder, address, feed or archive in; `Document` records, with their blocks, out."""
