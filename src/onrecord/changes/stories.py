"""What became of stories: the articles they gained, what those edit, how many they count as killed and injured."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.changes.pairing import pairs
from onrecord.model import Change, Story, Toll


@dataclass(frozen=True, slots=True)
class Told:
    """What a change says of an article: its headline, outlet and day, empty where they are not known.

    ``edits``: the headline of the version before it and what became of its words; None where it is the first.
    """

    headline: str
    outlet: str = ""
    day: str | None = None
    edits: tuple[str, str] | None = None


def of_stories(before: Mapping[str, Story], after: Mapping[str, Story], told: Mapping[str, Told]) -> list[Change]:
    """The changes between two states of the same part of a record, by id. ``told``: of every article that is new."""
    found = pairs(*({id_: one.articles for id_, one in side.items()} for side in (before, after)))
    known = {article for one in before.values() for article in one.articles}
    was = {other: before[id_] for id_, other in found.same.items()}
    changes: list[Change] = []
    for id_, story in after.items():
        changes += _articles(story, known, told)
        changes += _toll(was[id_], story) if id_ in was else ()
    for id_, other in found.merged.items():
        changes.append(_moved("merged", after[other], before[id_]))
    for id_, of in found.came.items():
        changes += [_moved("split", after[id_], before[one]) for one in of]
    return sorted(changes, key=lambda one: (one.on or "", one.aspect))


def last_toll(story: Story) -> str | None:
    """The toll that holds, as a change has it: JSON of killed and injured. None where there is none."""
    return _shape(story.tolls[-1]) if story.tolls else None


def _articles(story: Story, known: Collection[str], told: Mapping[str, Told]) -> Iterator[Change]:
    new = [(id_, told[id_]) for id_ in story.articles if id_ not in known and id_ in told]
    for id_, one in new:
        about: dict[str, Any] = {"story": story.id, "article": id_, "on": one.day, "wording": story.title, "of": id_}
        if one.edits:
            before, why = one.edits
            yield Change("edited", before=before, after=one.headline, why=why, party=one.outlet, **about)
        else:
            yield Change("article", after=one.headline, party=one.outlet, **about)


def _toll(before: Story, after: Story) -> Iterator[Change]:
    was, now = last_toll(before), last_toll(after)
    if now and was != now:
        last = after.tolls[-1]
        yield Change(
            "toll",
            story=after.id,
            article=last.article,
            before=was,
            after=now,
            on=last.on,
            wording=after.title,
            why=", ".join(last.words),
        )


def _moved(kind: str, one: Story, other: Story) -> Change:
    """``one`` is the story that is; ``other`` the one that went into it, or that it came out of."""
    about: dict[str, Any] = {"wording": one.title, "before": other.title, "after": one.title}
    if kind == "merged":
        return Change("merged", story=one.id, others=(other.id,), **about)
    return Change("split", story=one.id, others=(other.id,), **about)


def _shape(one: Toll) -> str:
    return json.dumps([one.killed, one.injured])
