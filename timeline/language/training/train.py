"""Train the shipped pipeline anew: ``python -m timeline.language.training.train --corpora DIR [--output DIR]``.

`corpora` says what is learned from, `config.cfg` how; this module runs spaCy's training loop and puts the result into a
folder that `load` reads. The same corpora, versions and kind of processor give the same weights: all chance comes from
the seed in config.cfg. One run takes about half an hour on one core.

What is written: spaCy's own format with the weights rounded (`MANTISSA_BITS`), the lemmas seen in training
(``lemmas.txt``), and the model card with the figures of `evaluate`. ``LICENSE`` and ``ATTRIBUTION.md`` beside it are
written by hand.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.language.pipeline import LEMMAS, SHIPPED
from timeline.language.tokenizer import adapt
from timeline.language.training.corpora import TREEBANKS, Variation, development_corpus, read_treebank, training_corpus

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example

CONFIG = Path(__file__).with_name("config.cfg")

NAME = "timeline"
VERSION = "1.0.0"

MANTISSA_BITS = 11
"""The bits of their fraction that weights keep, of 23: it costs no accuracy that could be measured, and halves their
size when zipped."""

Reader = Callable[["Language"], Iterator["Example"]]


def register() -> None:
    """Make the corpus readers and the tokenizer's rules known to spaCy under the names that config.cfg uses."""
    from spacy.util import registry

    def training(directory: str, seed: int) -> Reader:
        return training_corpus(Path(directory), seed=seed, variation=Variation())

    def development(directory: str) -> Reader:
        return development_corpus(Path(directory))

    def tokenizer() -> Callable[[Language], None]:
        return adapt

    registry.callbacks.register("timeline.tokenizer.v1", func=tokenizer)
    registry.readers.register("timeline.training.v1", func=training)
    registry.readers.register("timeline.development.v1", func=development)


def train(
    corpora: Path, output: Path, *, work: Path | None = None, settings: Mapping[str, object] | None = None
) -> None:
    """Train on the corpora in a folder and write the pipeline to `output`.

    Checkpoints go to `work` (default: a temporary folder). `settings` override config.cfg, by dotted names:
    ``{"training.max_steps": 20}``. Progress goes to standard error.
    """
    import spacy
    from spacy.training.initialize import init_nlp
    from spacy.training.loop import train as run
    from spacy.util import load_config

    register()
    overrides = {**(settings or {}), "paths.corpora": str(corpora)}
    # spaCy reads all labels from the corpus only if it is told of whole passes; training itself streams them.
    config = load_config(CONFIG, overrides={**overrides, "training.max_epochs": 1}, interpolate=False)
    nlp = init_nlp(config)
    nlp.config["training"]["max_epochs"] = -1
    with tempfile.TemporaryDirectory() as temporary:
        checkpoints = work or Path(temporary)
        checkpoints.mkdir(parents=True, exist_ok=True)
        run(nlp, checkpoints, stdout=sys.stderr, stderr=sys.stderr)
        best = spacy.load(checkpoints / "model-best")
    write(best, output, corpora)


def write(nlp: Language, output: Path, corpora: Path) -> None:
    """Write a trained pipeline as it is shipped: rounded, without what only training needs."""
    for _, component in nlp.pipeline:
        _round_weights(component)
    # No path of the machine that trained it is shipped.
    nlp.config["paths"]["corpora"] = "corpora"
    nlp.meta.update(
        name=NAME,
        version=VERSION,
        description="English syntax and names for sourced-timeline",
        license="CC BY-SA 4.0",
        sources=["UD English EWT", "UD English GUM", "Universal NER", "WikiGold", "re3d"],
        performance={},
    )
    with tempfile.TemporaryDirectory() as work:
        nlp.to_disk(work)
        output.mkdir(parents=True, exist_ok=True)
        for path in Path(work).iterdir():
            target = output / path.name
            if target.is_dir():
                shutil.rmtree(target)
            if path.is_dir():
                shutil.copytree(path, target)
            else:
                shutil.copy(path, target)
    (output / LEMMAS).write_text("".join(f"{line}\n" for line in _lemma_lines(corpora)), encoding="utf-8")


def _round_weights(component: object) -> None:
    """Round the weights of a component to `MANTISSA_BITS`."""
    import numpy

    model = getattr(component, "model", None)
    if model is None:
        return
    for node in model.walk():
        for name in node.param_names:
            if not node.has_param(name):
                continue
            fraction, exponent = numpy.frexp(node.get_param(name))
            scale = 2.0**MANTISSA_BITS
            node.set_param(name, numpy.ldexp(numpy.round(fraction * scale) / scale, exponent).astype("float32"))


def _lemma_lines(corpora: Path) -> Iterable[str]:
    """``VERB lemma`` and ``NOUN lemma`` for all that the training treebanks have twice, sorted."""
    seen = Counter(
        f"{word.upos} {word.lemma}"
        for name in TREEBANKS["train"]
        for paragraph in read_treebank(corpora, name)
        for tree in paragraph
        for word in tree.words
        if word.upos in ("VERB", "NOUN") and word.lemma.isalpha() and word.lemma.islower()
    )
    return sorted(line for line, times in seen.items() if times > 1)


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m timeline.language.training.train", description="Train it anew.")
    parser.add_argument("--corpora", type=Path, required=True, help="folder with the corpora")
    parser.add_argument("--output", type=Path, default=SHIPPED, help="folder to write (default: the shipped one)")
    parser.add_argument("--work", type=Path, help="folder for checkpoints, kept (default: a temporary one)")
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=JSON", help="override a setting of config.cfg"
    )
    chosen = parser.parse_args(arguments)
    pairs = (item.partition("=") for item in chosen.set)
    settings = {name: json.loads(value) for name, _, value in pairs}
    train(chosen.corpora, chosen.output, work=chosen.work, settings=settings)

    from timeline.language.training.evaluate import write_card

    write_card(chosen.output, chosen.corpora)


if __name__ == "__main__":
    main()
