"""One source at a time: a name, a pronoun, a title or a description, against the cast and who spoke before."""

from __future__ import annotations

from onrecord.model import Span, Speaker
from onrecord.statements.speakers_described import described, office
from onrecord.statements.speakers_documents import Document, read_document
from onrecord.statements.speakers_named import body, named
from onrecord.statements.speakers_phrase import in_plain_words, read_phrase
from onrecord.statements.speakers_pronouns import pronoun
from onrecord.statements.speakers_running import as_in_running_text, widened
from onrecord.statements.speakers_several import several
from onrecord.statements.speakers_stage import Said, Stage
from onrecord.statements.speakers_words import Phrase, kind_of
from onrecord.text.names import is_capital


def read_source(stage: Stage, source: Span) -> Said:
    """Who a source is."""
    text = as_in_running_text(stage.scene.text, source)
    phrase = read_phrase(text)
    if phrase.name is None and not phrase.pronoun and (whole := widened(stage.scene.text, source)) != source:
        text = stage.scene.text[slice(*whole)]
        phrase = read_phrase(text)
    if phrase.pronoun:
        return pronoun(stage, source, phrase.text.lower())
    document = read_document(in_plain_words(text))
    if document is not None:
        return _document(stage, source, document)
    together = several(stage, source, text)
    if together is not None:
        return together
    if phrase.body and kind_of(phrase.head or "") == "office" and _is_somebodys(stage, phrase):
        return office(stage, source, phrase)
    if phrase.name is not None:
        return body(stage, source, phrase) if phrase.body else named(stage, source, phrase)
    return described(stage, source, phrase)


def _is_somebodys(stage: Stage, phrase: Phrase) -> bool:
    """Whether an office is a person's ("Ada Brook's office", "the minister's office"), and no body by that name."""
    owner = (phrase.of or "").rsplit(maxsplit=1)[-1:]
    people = (*stage.scene.cast.people.values(), *stage.scene.cast.alone.values())
    somebodys = any([one.surname] == owner for one in people)
    return somebodys or not any(is_capital(word) for word in (phrase.name or "").split())


def _document(stage: Stage, source: Span, document: Document) -> Said:
    """A document speaks for whoever made it; nobody is named where the source does not say who that is."""
    author = _author(stage, source, document.author) if document.author else None
    if author is None or author.speaker.name is None:
        party = author.speaker.party if author else None
        why = "A document speaks, and the source does not say whose it is."
        return Said(source.start, "document", Speaker(None, document.noun, party, why))
    who = author.speaker
    why = f"A document speaks: the {document.noun} of {who.name}."
    speaker = Speaker(who.name, who.role, who.party, why)
    return Said(source.start, "document_of", speaker, author.person, author.body)


def _author(stage: Stage, source: Span, words: str) -> Said | None:
    phrase: Phrase = read_phrase(words)
    if phrase.pronoun:
        return pronoun(stage, source, phrase.text.lower())
    if phrase.name is not None:
        return body(stage, source, phrase) if phrase.body else named(stage, source, phrase)
    return described(stage, source, phrase)
