"""What a document is made of: its blocks, paragraphs and sentences, by their spans. No step here changes a text.

paragraphs    line breaks that mean something -> paragraphs
blocks        paragraphs and lines -> what each is on its page: text, heading, item, page head, ...
sentences     full stops that end something -> sentences
"""

from timeline.structure.block import FURNITURE, Block, Role
from timeline.structure.blocks import blocks
from timeline.structure.paragraphs import Span, paragraphs
from timeline.structure.sentences import running_sentences, split_sentences

__all__ = ["FURNITURE", "Block", "Role", "Span", "blocks", "paragraphs", "running_sentences", "split_sentences"]
