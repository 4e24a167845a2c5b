"""Whether a sentence says flatly that something is not so: the negation must bear on its main clause."""

from __future__ import annotations

import re

OWN_LINE = r"(?:her|his|its|their|the|my|our) (?:line|claim|position|version|view|statement|account|denial) that"
OPENING = re.compile(rf"\A\W*(?:(?:{OWN_LINE}|that|but|and|so|well,?|look,?)\s+)*", re.I)
FRONTED = re.compile(
    r"\A(?:in|on|at|as for|until|since|by|for|after|before|to|from|with|of|today|yesterday)\b[^,;]{0,60},\s*", re.I
)
SUBORDINATE = re.compile(
    r"(?<=\w)[,;:]?\s+(?:that|which|who|whom|whose|because|if|whether|when|while|but|although|though|until|unless|where"
    r"|why|how|what|than|since|so that|and (?:I|we|he|she|they|it|there|that))\b|[;:]|\s[-–—]\s",
    re.I,
)
BY_SUBJECT = re.compile(
    r"(?:no(?!\s+(?:longer|fewer|less|more|doubt|later|matter|wonder|sooner))|none|nothing(?!\s+but)|nobody|no[ -]one"
    r"|neither|nowhere|never|not(?!\s+(?:only|just|least|all|every|everyone|far|long|until|surprisingly)))\b",
    re.I,
)
AUXILIARY = (
    r"(?:is|are|was|were|am|has|have|had|do|does|did|will|would|could|can|['’]re|['’]s|['’]ve|['’]m|['’]d|['’]ll)"
)
ATTITUDES = "want|think|believe|like|care|need|trust|mind|feel|mean|matter|worry|expect|see|wanna|agree|love|hate|take"
OF_ATTITUDE = re.compile(
    rf"\b(?:(?:do|does)(?:\s+not|n['’]t)\s+(?:\w+ly\s+)?(?:{ATTITUDES}|support)"
    r"|did(?:\s+not|n['’]t)\s+(?:\w+ly\s+)?(?:want|think|believe|like|care|worry|expect|agree|support|love|hate))\b",
    re.I,
)
NO_DENIAL = (
    r"(?!\s+(?:only|just|alone|least|yet\b|be (?:found|reached|saved|identified)|contest|dispute|deny|denied|object"
    r"|oppose|question|doubt|unlike|unaware))"
)
BY_VERB = re.compile(
    rf"\b(?!could|can\b){AUXILIARY}\s+(?:\w+ly\s+|now\s+|still\s+|simply\s+|ever\s+|been\s+)?(?:not|never)\b{NO_DENIAL}"
    rf"|\b(?:is|are|was|were|has|have|had|do|does|did|will|would|wo)n['’]t\b{NO_DENIAL}"
    r"|\b(?:cannot|ca(?:n not|n['’]t)|could(?: not|n['’]t))\s+(?:\w+ly\s+)?"
    r"(?:have\b(?! been (?:un|in)\w+)|be(?:\Z|\s+(?:what|true|right|real|genuine|the|so)\b))"
    r"|\bnever\b",
    re.I,
)
HAVING = r"knew|know|knows|held|holds|made|makes|received|gave|took|sent|met|asked|asked for|bought|paid|got|saw"
BY_OBJECT = re.compile(
    rf"\b(?:{AUXILIARY}|{HAVING})"
    r"(?:\s+(?:\w+ly|\w+ed|been|of|with|for|to|had|given|made|sent|bought|taken|received|paid))?"
    r"\s+(?:no(?!\s+(?:longer|fewer|less|more|doubt|later|matter|wonder|idea|quarrel))|none|nothing(?!\s+but)"
    r"|nobody|no[ -]one|neither|nowhere)\b",
    re.I,
)
AFTER_TIME = re.compile(
    r"(?:in|on|at|until|since|by) (?:\w+ ){1,3}(?:no(?! (?:longer|fewer|less|more|doubt))|nothing|nobody|none)\b", re.I
)
UNREAL = re.compile(r"\b(?:would|could)(?: not|n['’]t)\b.{1,60}\b(?:if|unless)\b", re.I)
STRAIGHT_ON = 90  # characters of a main clause in which its verb stands


def main_clause(sentence: str) -> str:
    """The sentence without what opens it or is fronted, up to its first subordinate clause or a fixed length."""
    rest = OPENING.sub("", sentence, count=1)
    rest = FRONTED.sub("", rest, count=1)
    cut = SUBORDINATE.search(rest)
    return rest[: cut.start() if cut else STRAIGHT_ON][:STRAIGHT_ON]


def flatly_negated(sentence: str) -> bool:
    """True for "There is no train", "We have not sold it"; not for "I doubt that it never sailed"."""
    rest = OPENING.sub("", sentence, count=1)
    if BY_SUBJECT.match(rest) or AFTER_TIME.match(rest):
        return True
    if UNREAL.search(sentence):
        return False
    main = OF_ATTITUDE.sub("", main_clause(sentence))
    return bool(BY_SUBJECT.match(main) or BY_VERB.search(main) or BY_OBJECT.search(main))
