"""Headers on every page: nothing is stored on the way, and the browser lends us no sensors."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

PRIVATE = {
    "Cache-Control": "no-store, private",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), "
        "gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()"
    ),
}


class PrivateHeadersMiddleware:
    """Goes below WhiteNoise, which answers for static files alone and lets browsers keep them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in PRIVATE.items():
            response[name] = value
        return response
