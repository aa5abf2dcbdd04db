"""The engine: what all corpora share, the encoders, which load in the background, and the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chatbot.encoders.encoder import Encoder
from chatbot.encoders.light import LightEncoder
from chatbot.reader.reader import Reader
from chatbot.storage.private_files import cache_folder
from chatbot.storage.store import Store

if TYPE_CHECKING:
    from chatbot.encoders.choice import StrongLoader


@dataclass(frozen=True, slots=True)
class Engine:
    """The light encoder for the first stage of retrieval, and the reader for the second."""

    light: Encoder
    reader: Reader
    store: Store | None = None


def start_engine(load_strong: StrongLoader | None) -> Engine:
    """An engine with the store in the platform's cache folder; both encoders begin to load."""
    store = Store()
    light = LightEncoder(cache_folder())
    return Engine(light, Reader(light, load_strong, store), store)
