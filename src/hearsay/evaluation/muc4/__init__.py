"""MUC-4 (1992), incidents in Latin American wire reports as templates: three scorers, our reading as them."""
