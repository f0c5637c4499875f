"""A school that speaks SAML: pysaml2 as identity provider, in a process.

`python -m tests.browser.sso.saml_school FOLDER` prints its address once it listens; its metadata is
FOLDER/school.xml then. It reads ours from FOLDER/us.xml when the first student comes.
"""

import html
import sys
from base64 import b64encode
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs
from wsgiref.simple_server import make_server

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.authn_context import PASSWORD as BY_PASSWORD
from saml2.config import IdPConfig
from saml2.metadata import entity_descriptor
from saml2.saml import NAMEID_FORMAT_PERSISTENT, NameID
from saml2.server import Server
from saml2.xmldsig import DIGEST_SHA256, SIG_RSA_SHA256

from tests.browser.sso.oidc_school import Quiet
from tests.browser.sso.student import ADDRESS, PASSWORD, SIGN_IN, STUDENT


def make_key(folder: Path) -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "lakeside.example")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "school.key").write_bytes(key.private_bytes(pem, *plain))
    (folder / "school.crt").write_bytes(certificate.public_bytes(pem))


def config(folder: Path, base: str, *, knows_us: bool) -> IdPConfig:
    at = (f"{base}/sso", BINDING_HTTP_REDIRECT)
    us = {"metadata": {"local": [str(folder / "us.xml")]}} if knows_us else {}
    return IdPConfig().load(
        {
            "entityid": f"{base}/metadata",
            "key_file": str(folder / "school.key"),
            "cert_file": str(folder / "school.crt"),
            "xmlsec_binary": "/usr/bin/xmlsec1",
            "service": {
                "idp": {
                    "endpoints": {"single_sign_on_service": [at]},
                    "name_id_format": [NAMEID_FORMAT_PERSISTENT],
                    "sign_response": True,
                    "sign_assertion": True,
                }
            },
            **us,
        }
    )


class School:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.base = ""

    def __call__(self, environ, start_response):
        query = parse_qs(environ["QUERY_STRING"])
        if environ["REQUEST_METHOD"] == "GET":
            page = SIGN_IN.replace("{% csrf_token %}", "")
        else:
            length = int(environ["CONTENT_LENGTH"])
            typed = parse_qs(environ["wsgi.input"].read(length).decode())
            known = typed == {"username": [STUDENT], "password": [PASSWORD]}
            page = self.answer(query) if known else "Wrong."
        start_response("200 OK", [("Content-Type", "text/html")])
        return [page.encode()]

    def answer(self, query) -> str:
        """The page that carries the signed answer over; a button does what a script would."""
        idp = Server(config=config(self.folder, self.base, knows_us=True))
        asked = idp.parse_authn_request(query["SAMLRequest"][0], BINDING_HTTP_REDIRECT)
        about = idp.response_args(asked.message, [BINDING_HTTP_POST])
        response = idp.create_authn_response(
            {"mail": ADDRESS},
            userid=STUDENT,
            name_id=NameID(format=NAMEID_FORMAT_PERSISTENT, text="7f3a-ana"),
            authn={"class_ref": BY_PASSWORD, "authn_auth": self.base},
            sign_response=True,
            sign_assertion=True,
            sign_alg=SIG_RSA_SHA256,
            digest_alg=DIGEST_SHA256,
            **{name: about[name] for name in ("in_response_to", "sp_entity_id", "destination")},
        )
        words = b64encode(str(response).encode()).decode()
        state = html.escape(query.get("RelayState", [""])[0])
        return (
            f'<!doctype html><title>Lakeside</title><form method="post" '
            f'action="{html.escape(about["destination"])}">'
            f'<input type="hidden" name="SAMLResponse" value="{words}">'
            f'<input type="hidden" name="RelayState" value="{state}"><button>Go on</button></form>'
        )


def main(folder: Path) -> None:
    make_key(folder)
    school = School(folder)
    server = make_server("127.0.0.1", 0, school, handler_class=Quiet)
    school.base = f"http://127.0.0.1:{server.server_port}"
    about_us = entity_descriptor(config(folder, school.base, knows_us=False))
    (folder / "school.xml").write_text(str(about_us))
    print(school.base, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
