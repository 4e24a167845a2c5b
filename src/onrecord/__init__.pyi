from onrecord.library import Record as Record
from onrecord.library import claims_of as claims_of
from onrecord.library import open_record as open_record
from onrecord.library import read_pages as read_pages

__version__: str
