"""What is said about one tie before it is weighed: plainly, and no more than is known."""

from coaching.models import Circle
from offers.models import Role

from .ties import Tie, is_first

OF_THE_FIRST = {
    Role.MANAGER: (
        "They planned with your yes, so expect them to be frustrated. "
        "One who hires calls it “very frustrating and unprofessional.”",
        "That is their side. Yours counts too.",
    ),
    Role.RECRUITER: (
        "They found you for this job. If you go, they have to look again. "
        "The sooner they know, the more they can do.",
    ),
    Role.REFERRER: (
        "They put their name to yours, so this can fall on them too.",
        "Tell them yourself, on the day you tell the employer, and thank them. "
        "Keep their name out of your reasons.",
    ),
}
OF_ANOTHER = ("This tie is touched if you keep the job and turn them down.",)
OF_A_CIRCLE = {
    Circle.FIELD: (
        "A name can travel, and that can make it harder to get hired for a while. "
        "This is most so in small fields. Tech, cybersecurity and fashion are like that.",
    ),
    Circle.REFERRER: ("Someone who puts in a word for you may be asked about it later.",),
    Circle.AGENCY: (
        "An agency gave its word for you. It will have to find someone else, and soon.",
    ),
    Circle.CAMPUS: (
        "Many schools work closely with employers. When students often go back on a yes, "
        "an employer may pull back. Then there are fewer internships and fewer jobs for others.",
        "One case is one case. Know it before you decide. "
        "Your career center can talk it through with you.",
    ),
}


def about_tie(tie: Tie) -> tuple[str, ...]:
    """Paragraphs for the page of one tie; none where only the person knows."""
    if tie.contact is None:
        return OF_A_CIRCLE.get(Circle(tie.circle), ())
    if tie.contact.offer is None:
        return ()
    return OF_THE_FIRST[Role(tie.contact.role)] if is_first(tie.contact) else OF_ANOTHER
