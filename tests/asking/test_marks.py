from onrecord.asking.marks import marks_in


def test_marks_come_as_written_and_in_order() -> None:
    assert marks_in("A HOAX, then, or a fake.", "debunks") == ("HOAX", "fake")
    assert marks_in("The goose is blue.", "debunks") == ()
    assert marks_in("A hoaxing-free goose called Claimant.", "hearsay") == ()
