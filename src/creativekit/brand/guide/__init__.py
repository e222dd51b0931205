"""The brand guide: a PDF and one HTML file in each language of the project."""

from creativekit.brand.guide.files import jobs

__all__ = ("jobs",)
