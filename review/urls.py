from django.urls import URLPattern, URLResolver, include, path

from .views import policies, queue, wording

app_name = "review"

Urls = list[URLPattern | URLResolver]

policy_urls: Urls = [
    path("", policies.VersionView.as_view(), name="policy"),
    path("versions/<int:number>/", policies.VersionView.as_view(), name="policy-version"),
    path("versions/<int:number>/end/", policies.EndView.as_view(), name="policy-end"),
    path("draft/start/", policies.NewDraftView.as_view(), name="policy-start-draft"),
    path("draft/", policies.DraftView.as_view(), name="policy-draft"),
    path("draft/words/", policies.AboutView.as_view(), name="policy-words"),
    path("draft/scope/", policies.ScopeView.as_view(), name="policy-scope"),
    path("draft/publish/", policies.PublishView.as_view(), name="policy-publish"),
    path("draft/discard/", policies.DiscardView.as_view(), name="policy-discard"),
    path("draft/<slug:rules>/add/", policies.RuleView.as_view(), name="policy-rule-add"),
    path("draft/<slug:rules>/<int:rule>/", policies.RuleView.as_view(), name="policy-rule"),
    path(
        "draft/<slug:rules>/<int:rule>/remove/",
        policies.RemoveRuleView.as_view(),
        name="policy-rule-remove",
    ),
]

urlpatterns: Urls = [
    path("", queue.QueueView.as_view(), name="queue"),
    path("policies/", policies.PoliciesView.as_view(), name="policies"),
    path("policies/new/", policies.NewPolicyView.as_view(), name="policy-new"),
    path("policies/<int:policy>/", include(policy_urls)),
    path("wording/", wording.WordingsView.as_view(), name="wordings"),
    path("wording/<slug:wording>/", wording.WordingView.as_view(), name="wording"),
    path("wording/<slug:wording>/ours/", wording.ResetWordingView.as_view(), name="wording-ours"),
]
