"""What can go wrong in a way a user can mend. The message is the docstring with its details after a colon."""


class OnrecordError(Exception):
    """onrecord could not do that."""

    def __str__(self) -> str:
        said = super().__str__()
        what = (type(self).__doc__ or "").rstrip(".")
        return f"{what}: {said}" if said else what


class UsageError(OnrecordError):
    """That command cannot be carried out as given."""


class RecordError(OnrecordError):
    """The record cannot be used."""
