"""Nothing is uploaded: a page that takes a file says so itself, with a handler of its own."""

from typing import Any, NoReturn

from django.core.exceptions import TooManyFilesSent
from django.core.files.uploadhandler import FileUploadHandler


class NoFiles(FileUploadHandler):
    def new_file(self, *args: Any, **kwargs: Any) -> NoReturn:
        """The answer is 400, as for any other request that no page of ours sends."""
        raise TooManyFilesSent("No page here takes a file.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
