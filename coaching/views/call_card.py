"""The call on one card: on the phone in the hand, and on one sheet of paper."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from coaching.letters.on_paper import on_paper
from coaching.letters.pdf import LetterBusy, LetterFailed
from coaching.telling.messages import voicemail
from coaching.telling.replies import replies
from coaching.telling.standing import meets

from .call import OneCall, OneCallPage
from .paper import BUSY, FAILED, on_one_page, paper_of, pdf_file


class CardView(OneCallPage):
    """Big words, in order, and nothing else."""

    template_name = "coaching/call_card.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        name = self.contact.first_name or "your career center"
        return super().get_context_data(
            title=f"Your card for {name}",
            lines=self.lines,
            replies=replies(self.words),
            helps=self.helps,
            **kwargs,
        )


class CardPdfView(OneCall):
    def answer(self, request: HttpRequest) -> HttpResponse:
        html = on_paper(
            "card.html",
            title=self.title,
            who=str(self.contact),
            job=self.contact.title,
            phone=self.contact.phone,
            me=self.words.me,
            lines=self.lines,
            replies=replies(self.words),
            voicemail="" if meets(self.contact) else voicemail(self.words),
            helps=[one.what for one in self.helps],
        )
        try:
            return pdf_file(on_one_page(html, paper_of(self.facts)), "call-card.pdf")
        except LetterBusy:
            messages.error(request, BUSY)
        except LetterFailed:
            messages.error(request, FAILED)
        return self.to("tell-card", self.contact.pk)
