"""The terms we look for: the words that speak of each, and what to ask about it.

Words of letters from the US, the UK, India and Canada, and of German ones. Each pattern is a list
of plain phrases without nested repeats, so the time grows with the length of the text.
"""

import re
from dataclasses import dataclass


def phrases(*given: str) -> re.Pattern[str]:
    """Any of these whole phrases. A space stands for a gap between words, over a line or not."""
    joined = "|".join(given).replace(" ", r"\s{1,9}").replace("'", "['’]")
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)


NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A kind of term: the words that speak of it, and what to ask. `other` has nearby words that
    show that something else is meant, such as a notice board."""

    slug: str
    title: str
    question: str
    words: re.Pattern[str]
    other: re.Pattern[str] = NEVER


CLAUSES = (
    Clause(
        slug="repay",
        title="Money to pay back",
        question="Would I have to pay money back? How much, when, and before or after tax?",
        words=phrases(
            r"repa(?:y|ys|id|ying|yable|yments?)",
            r"pay(?:ing)?(?: \w{1,20}){0,5} back",
            r"claw-?backs?",
            r"recoup(?:ed|ment)?",
            r"(?:must|shall|will|to) (?:be )?refund(?:ed)?",
            r"reimburse (?:the )?(?:company|employer|firm|university|agency|bank|us)",
            r"return (?:the |your |any )?(?:\w{1,20} ){0,2}(?:bonus|payment|advance)",
            r"(?:service|employment|training|surety|indemnity) (?:agreement )?bond",
            r"bond amount",
            r"rückzahl\w{0,20}",
            r"zurück(?:zu)?zahlen",
            r"zurückzuerstatten",
        ),
    ),
    Clause(
        slug="penalty",
        title="A set sum, or a penalty",
        question="Is there a set sum to pay if I do not start, or leave? When would it be due?",
        words=phrases(
            r"liquidated damages",
            r"penalt(?:y|ies)",
            r"genuine pre-?estimate",
            r"pre-?determined damages",
            r"vertragsstrafen?",
            r"pauschalierte\w? schadens?ersatz",
        ),
        other=phrases(r"409A", r"perjury", r"tax penalt(?:y|ies)"),
    ),
    Clause(
        slug="notice",
        title="Notice",
        question="How early do I have to tell them, in what form, and does it hold before I start?",
        words=phrases(
            r"notices?",
            r"garden(?:ing)? leave",
            r"kündigungsfrist\w{0,10}",
            r"kündigung\w{0,10}",
            r"gekündigt",
            r"kündigen",
        ),
        other=phrases(
            r"privacy notices?",
            r"notice of privacy",
            r"notice boards?",
            r"copyright notices?",
            r"takes? notice",
            r"notices? and disclosures?",
        ),
    ),
    Clause(
        slug="probation",
        title="Probation",
        question="Is there a time on trial? What is different while it lasts?",
        words=phrases(
            r"probation(?:ary)?",
            r"trial period",
            r"introductory period",
            r"probezeit",
        ),
        other=phrases(r"probation officers?", r"on probation for an offen[cs]e"),
    ),
    Clause(
        slug="compete",
        title="Other work, and working for rivals",
        question="Which jobs may I not take, where and how long? Does it touch my other offer?",
        words=phrases(
            r"non[- ]?compet(?:e|es|ing|ition)",
            r"compete",
            r"competes",
            r"competing",
            r"competitors?",
            r"in competition",
            r"non[- ]?solicit(?:ation)?",
            r"solicit",
            r"restrictive covenants?",
            r"restraint of trade",
            r"other employment",
            r"outside (?:work|employment|activit(?:y|ies))",
            r"any other (?:work|job|business)",
            r"nachvertragliche\w? wettbewerbsverbot\w{0,2}",
            r"wettbewerbsverbot\w{0,2}",
            r"konkurrenz\w{0,20}",
            r"nebentätigkeit(?:en)?",
            r"nebenbeschäftigung(?:en)?",
        ),
        other=phrases(r"compet(?:e|es|ing) for (?:\w{1,20} )?(?:awards?|prizes?)"),
    ),
    Clause(
        slug="confidential",
        title="Things to keep secret",
        question="What may I not tell others? Does it stop me from talking to an adviser?",
        words=phrases(
            r"confidential(?:ity|ly)?",
            r"non[- ]?disclosure",
            r"NDA",
            r"trade secrets?",
            r"proprietary information",
            r"vertraulich\w{0,8}",
            r"verschwiegenheit\w{0,12}",
            r"geheimhaltung\w{0,12}",
            r"(?:betriebs|geschäfts)geheimnis\w{0,3}",
            r"stillschweigen",
        ),
    ),
    Clause(
        slug="arbitration",
        title="Arbitration, in place of a court",
        question="Would a dispute go to a private judge, not a court? Who pays for that?",
        words=phrases(
            r"arbitrat(?:e|ed|ion|ors?)",
            r"(?:jury trial|trial by jury)",
            r"class action",
            r"schiedsgericht\w{0,10}",
            r"schiedsverfahren",
            r"schiedsvereinbarung",
        ),
    ),
    Clause(
        slug="fees",
        title="Lawyers’ fees",
        question="If there were a dispute, whose lawyers would I have to pay for?",
        words=phrases(
            r"(?:attorneys?|lawyers?|solicitors?|counsel)'?s?'? (?:\w{1,12} )?(?:fees|costs)",
            r"legal (?:fees|costs|expenses)",
            r"costs of (?:collection|enforcement|recovery)",
            r"collection costs",
            r"prevailing party",
            r"(?:rechts)?anwaltskosten",
            r"gerichtskosten",
        ),
    ),
    Clause(
        slug="law",
        title="Which law, and which court",
        question="The law of which place counts? Does my own place give me more?",
        words=phrases(
            r"governed by",
            r"governing law",
            r"(?:exclusive )?jurisdiction",
            r"laws? of the",
            r"laws of [A-Z]\w{1,20}",
            r"choice of law",
            r"gerichtsstand\w{0,14}",
            r"recht der bundesrepublik",
            r"deutsches recht",
            r"deutschem recht",
        ),
    ),
    Clause(
        slug="start",
        title="What must happen before the start",
        question="What has to be done by when? What follows if I do not start on that day?",
        words=phrases(
            r"contingent (?:up)?on",
            r"condition(?:al|ed) (?:up)?on",
            r"conditions? of this offer",
            r"subject to (?:the |your |our |a )?(?:satisfactory|successful|receipt|completion"
            r"|verification|proof|reference|references|medical|background|right to work|passing)",
            r"(?:background|reference|criminal record|DBS) checks?",
            r"right to work",
            r"work permit",
            r"Form I-?9",
            r"drug (?:test|screen)(?:ing)?",
            r"start(?:ing)? date",
            r"date of joining",
            r"commencement date",
            r"fails? to (?:start|join|report|commence)",
            r"report for (?:duty|work)",
            r"arbeitsantritt\w{0,2}",
            r"dienstantritt\w{0,2}",
            r"tritt\w{0,2} (?:\w{1,20} ){0,6}nicht an",
            r"nicht antritt",
            r"nichtantritt\w{0,2}",
            r"aufschiebende\w? bedingung",
            r"führungszeugnis\w{0,3}",
            r"arbeitserlaubnis",
            r"aufenthaltstitel\w{0,2}",
            r"vorbehaltlich",
        ),
    ),
)

# What the rules never look at, told on the page.
NOT_LOOKED_FOR = (
    "pay, hours, leave, health plans and pensions",
    "shares and who owns what you make",
    "visas, taxes and school rules",
    "a day on which the job ends by itself",
    "papers that your papers only name, such as a handbook",
    "what the law adds, or takes away, without a word in your papers",
    "words in other languages than English and German",
)
