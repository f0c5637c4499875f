"""What the school says of a student, beside who they are."""

from oauth2_provider.oauth2_validators import OAuth2Validator


class Claims(OAuth2Validator):
    oidc_claim_scope = OAuth2Validator.oidc_claim_scope | {"email_verified": "email"}

    def get_additional_claims(self, request):
        return {"email": request.user.email, "email_verified": True}

    def get_userinfo_claims(self, request):
        return super().get_userinfo_claims(request) | self.get_additional_claims(request)
