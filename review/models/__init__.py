"""What only staff keep about a case: their notes, who took it, how soon it was answered."""

from .assignment import Assignment
from .first_reply import FirstReply
from .staff_note import LONGEST_NOTE, MOST_NOTES, StaffNote

__all__ = ["LONGEST_NOTE", "MOST_NOTES", "Assignment", "FirstReply", "StaffNote"]
