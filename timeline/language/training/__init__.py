"""How the language pipeline and the word tables are made. Nothing of it runs in the program, and no wheel holds it.

`train` and `evaluate` make and measure the pipeline in `en_timeline`, `lexicon` the tables in `lexicon/tables`.
"""
