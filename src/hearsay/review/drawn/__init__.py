"""Drawings that pages hold as SVG: what stands where and where it leads is computed here, templates write it down."""
