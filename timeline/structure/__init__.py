"""What a document is made of: its paragraphs and sentences, by their spans. No step here changes a text.

paragraphs    line breaks that mean something -> paragraphs
sentences     full stops that end something -> sentences
"""

from timeline.structure.paragraphs import Span, paragraphs
from timeline.structure.sentences import split_sentences

__all__ = ["Span", "paragraphs", "split_sentences"]
