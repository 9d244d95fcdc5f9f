"""Assessment: independent sources, disputes and commitments, each by a rule with a name."""

from dragoman.assessment.assessing import assess
from dragoman.assessment.explaining import explain, why
from dragoman.assessment.explanation import Explanation

__all__ = ["Explanation", "assess", "explain", "why"]
