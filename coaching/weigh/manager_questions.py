"""Questions for a new manager. None of them tells of a doubt."""

MANAGER_QUESTIONS = (
    "What would a good first month look like?",
    "What do you want me to know by day 90?",
    "What can I learn on the job, and what do I need from the start?",
    "Who can I go to with questions?",
    "How and when will we talk about how it is going?",
    "What do people often find hard at the start?",
)
