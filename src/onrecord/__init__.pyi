from onrecord.python import Record as Record
from onrecord.python import claims_of as claims_of
from onrecord.python import open_record as open_record
from onrecord.python import read_pages as read_pages

__version__: str
