"""How the language pipeline and the word tables are made. The program does not need it, and it is not installed.

    train     the pipeline in `en_timeline`, with `config.cfg`, from the texts of `corpora`
    evaluate  the figures of a pipeline, and its card (`model_card.md`)
    lexicon   the tables in `lexicon/tables`, from those in `lexicon/hand` and the files of `wordnet`

These run from a checkout, with spaCy and numpy, which the program itself depends on, and nothing besides. The corpora
and WordNet are not in the repository; each module says which files it reads.
"""
