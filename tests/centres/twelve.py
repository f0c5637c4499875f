"""Twelve published policies, as a lead would enter them in the staff form, and what students read.

Each is told in our own words after the page that its source names.
"""

from typing import Any, NamedTuple


class Entered(NamedTuple):
    """One school: where its policy stands, what is typed on each page, sentences that follow."""

    school: str
    source: str
    summary: str
    rules: list[tuple[str, dict[str, Any]]]
    reads: list[str]
    tone: str = "strict"
    scope: dict[str, Any] = {}  # noqa: RUF012


def talk(role: str, **more: Any) -> tuple[str, dict[str, Any]]:
    return "talks", {"role": role, "talks": 1, "lead_days": 0} | more


def task(what: str, **more: Any) -> tuple[str, dict[str, Any]]:
    return "tasks", {"what": what, "sureness": "will"} | more


def follows(what: str, **more: Any) -> tuple[str, dict[str, Any]]:
    plain = {"offer_type": "any", "offence": "any", "sureness": "will", "begins": "at-once"}
    return "consequences", {"what": what, "lasts": "open"} | plain | more


def floor(title: str, from_day: str, to_day: str, **more: Any) -> tuple[str, dict[str, Any]]:
    plain = {"offer_type": "any", "channel": "any", "unit": "weeks"}
    return "floors", {"title": title, "from_day": from_day, "to_day": to_day} | plain | more


TWELVE = [
    Entered(
        "Colorado Boulder, Leeds School of Business",
        "https://www.colorado.edu/business/career/industry-coaching/industry-coaches/reneging-job-offer-policy",
        "If you back out, you lose the job board at once. Write to say sorry within a week.",
        [
            task("apology", within_days=7, or_else="The case goes on to the dean"),
            task("copy", who="career office", within_days=7),
            follows("note", lasts="permanent"),
            follows("job-board"),
            follows("other", words="you lose career events"),
            (
                "notices",
                {
                    "whom": "both employers",
                    "basis": "policy",
                    "words": "If you left for another job",
                },
            ),
        ],
        [
            "Write to the employer to say sorry within 1 week. If not: The case goes on to the"
            " dean.",
            "Send a copy to the career office within 1 week.",
            "A note goes into your file, for good.",
            "You lose the job board.",
            "You lose career events.",
            "If you left for another job: the school tells both employers. The policy says that it"
            " may.",
        ],
    ),
    Entered(
        "Colorado Boulder, campus",
        "https://www.colorado.edu/isss/2019/02/20/backing-out-accepted-job-offers",
        "If you back out, the job board closes for you until you meet with us.",
        [
            task("meeting", who="associate director"),
            follows("job-board", lasts="until-lifted", lifted_by="associate director"),
            ("way-back", {"role": "associate director", "after": "your talk"}),
        ],
        [
            "Meet the associate director.",
            "You lose the job board, until the associate director lifts it.",
            "Ask the associate director to let you back in after your talk.",
        ],
    ),
    Entered(
        "Michigan, Engineering",
        "http://www.osti.gov/eprints/topicpages/documents/record/627/4196038.html",
        "Come to us before you back out. We help you to write the letter.",
        [
            talk("a counselor"),
            talk("director", lead_days=2),
            task("apology", words="You write it with us, and we pass it on"),
            follows("job-board", sureness="may", words="Only if you skip the talks"),
        ],
        [
            "Talk to a counselor before you decide.",
            "Talk to the director before you decide. Ask for it 2 days ahead.",
            "Write to the employer to say sorry. You write it with us, and we pass it on.",
            "Only if you skip the talks: you may lose the job board.",
        ],
        scope={"programmes": "engineering students", "on_considering": "on"},
    ),
    Entered(
        "Miami, Farmer School of Business",
        "https://www.miamioh.edu/fsb/resources/career-development/students/rights/index.html",
        "Stop your search once you said yes. If you back out, you lose our help.",
        [
            follows("services", lasts="until-lifted", lifted_by="dean"),
            follows("interviews", lasts="until-lifted", lifted_by="dean"),
            follows("referral", words="chair of your department"),
            floor("After a summer job", "May 1", "August 31", fixed="October 15"),
            floor("Fall", "September 1", "December 31", fixed="31 October", least=3),
            floor("Spring", "January 1", "April 30", fixed="2-28", least=3),
        ],
        [
            "It asks you to stop your search once you said yes.",
            "You lose all help of the office, until the dean lifts it.",
            "The case goes to the chair of your department.",
            "After a summer job: an offer made from May 1 to August 31 is open until October 15 at"
            " least.",
            "Spring: an offer made from January 1 to April 30 is open until February 28 or for"
            " 3 weeks, the later of the two.",
        ],
        scope={"search_is_breach": "on"},
    ),
    Entered(
        "Rutgers Business School",
        "https://myrbs.business.rutgers.edu/career-management/offer-policies",
        "A yes by phone counts. If you back out, you may lose our help for good.",
        [
            follows("services", sureness="may", lasts="permanent"),
            follows("conduct", sureness="may", words="They may go as far as expulsion"),
            floor("Summer interns", "May 1", "August 31", fixed="November 1"),
            floor("Fall", "September 1", "December 31", fixed="December 1", least=2),
            floor("Spring", "January 1", "April 30", fixed="March 12", least=2),
        ],
        [
            "A yes by phone counts, too.",
            "Two jobs are fine if their dates do not overlap.",
            "You may lose all help of the office, for good.",
            "The conduct office may look at it. They may go as far as expulsion.",
            "Fall: an offer made from September 1 to December 31 is open until December 1 or for"
            " 2 weeks, the later of the two.",
        ],
        scope={"spoken_counts": "on", "other_dates_allowed": "on"},
    ),
    Entered(
        "Michigan State",
        "https://careernetwork.msu.edu/jobs-internships/Reneging%20Policy.html",
        "If you back out of a full-time job, you lose the job board and help for graduates.",
        [
            follows("job-board", offer_type="full-time", words="Until it is settled"),
            follows("alumni", offer_type="full-time", words="Until it is settled"),
            follows("job-board", offer_type="internship", words="Until it is settled"),
            ("employers", {"words": "We look at employers that take offers back, too"}),
        ],
        [
            "For a full-time job: you lose the job board. Until it is settled.",
            "For a full-time job: you lose help after you finish. Until it is settled.",
            "For an internship: you lose the job board. Until it is settled.",
            "It is about full-time jobs and internships only.",
            "We look at employers that take offers back, too.",
        ],
        scope={"co_op": ""},
    ),
    Entered(
        "Wisconsin–Madison, Engineering",
        "https://redlib.privacytools.click/r/UWMadison/comments/1g0k5wh/backing_out_of_internshipcoop",
        "If you back out, you may lose the job board for a year, and get no credit.",
        [
            follows("job-board", lasts="up-to", days=365),
            follows("credit"),
            floor("Any offer", "January 1", "December 31", least=2),
        ],
        [
            "You lose the job board, for up to 1 year.",
            "You get no credit for the work.",
            "Any offer: an offer is open for at least 2 weeks.",
        ],
    ),
    Entered(
        "Wharton MBA",
        "http://www.bloomberg.com/bw/articles/2013-06-28/reneging-on-an-mba-job-offer-it-may-cost-you-20-000",
        "Come and talk to us as soon as you think of backing out.",
        [
            talk("career director"),
            task("apology", words="In writing"),
            follows("services", lasts="up-to", days=1825, sureness="may"),
            follows("alumni", lasts="up-to", days=1825, sureness="may"),
            follows("fine", amount="$20,000", currency="usd", sureness="may"),
            follows("diploma", sureness="may", begins="after-meeting"),
        ],
        [
            "It counts as soon as you think of backing out.",
            "Talk to the career director before you decide.",
            "You may lose all help of the office, for up to 5 years.",
            "You may pay a fine of up to $20,000.",
            "Your diploma may be held back after a meeting.",
        ],
        scope={"programmes": "MBA students", "on_considering": "on"},
    ),
    Entered(
        "Vanderbilt",
        "https://www.vanderbilt.edu/career/coaching/student-policies/",
        "Tell us, and we help you to do it well.",
        [task("meeting", who="a coach", sureness="may")],
        ["They may ask you to meet a coach."],
        tone="supportive",
        scope={"on_considering": "on"},
    ),
    Entered(
        "Illinois, Engineering",
        "https://ecs.engineering.illinois.edu/career-resources/offer-guidelines/",
        "Employers give you time, in writing. An offer that runs out sooner is not fine with us.",
        [
            floor("Summer", "May 1", "August 31", fixed="October 1", least=3, words="In writing"),
            floor("Fall", "September 1", "December 31", fixed="November 15", least=3),
            floor("Spring", "January 1", "April 30", fixed="April 1", least=3),
            ("reasons", {"reason": "exploding"}),
            ("employers", {"words": "We do not allow offers that run out in a few days"}),
        ],
        [
            "Summer: an offer made from May 1 to August 31 is open until October 1 or for 3 weeks,"
            " the later of the two. In writing.",
            "They gave you too little time to answer.",
            "We do not allow offers that run out in a few days.",
        ],
        tone="supportive",
    ),
    Entered(
        "North Carolina at Chapel Hill",
        "https://policies.unc.edu/TDClient/2833/Portal/KB/PrintArticle?ID=135374",
        "Employers on campus give you four weeks, or until October 15.",
        [
            floor("Campus", "May 1", "December 31", fixed="October 15", least=4, channel="campus"),
        ],
        [
            "It is only about jobs found through the school.",
            "Campus: an offer made from May 1 to December 31 by a campus employer is open until"
            " October 15 or for 4 weeks, the later of the two.",
        ],
        tone="supportive",
        scope={"channel": "campus"},
    ),
    Entered(
        "Indiana, Public and Environmental Affairs",
        "http://www.indiana.edu/~spea/career_development/employers/Employment%20Offers%20.shtml",
        "If an employer takes your offer back, tell us. We call them.",
        [
            ("employers", {"words": "An employer that must take an offer back calls us first"}),
            ("employers", {"words": "The council may put a firm on probation"}),
            ("appeals", {"role": "council", "within_days": 14}),
            ("reasons", {"reason": "other", "words": "You moved for a reason you did not choose"}),
        ],
        [
            "An employer that must take an offer back calls us first.",
            "The council may put a firm on probation.",
            "Write to the council within 2 weeks.",
            "You moved for a reason you did not choose.",
        ],
        tone="supportive",
        scope={"on_report": "on"},
    ),
]
