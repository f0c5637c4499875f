"""The one file that a page takes, held in memory while it is read, and never written down."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponseBase
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from centres.student_file import MOST_BYTES


class InMemory(FileUploadHandler):
    """At most MOST_BYTES. Of a file that is larger the rest is thrown away, unread."""

    is_too_large = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.held = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) > MOST_BYTES:
            self.is_too_large = True
            raise SkipFile
        self.held.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.held.seek(0)
        return InMemoryUploadedFile(
            file=self.held,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=None,
        )


@method_decorator(csrf_exempt, name="dispatch")
class TakesAFile:
    """Mix into a view. The handler has to be there before the first look at what was sent, and the
    check against other sites is that look: so it comes second, here."""

    upload: InMemory

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.upload = InMemory(request)
        request.upload_handlers = [self.upload]
        inner: Callable[..., HttpResponseBase] = super().dispatch  # type: ignore[misc]
        return csrf_protect(inner)(request, *args, **kwargs)
