"""What becomes of what people hand in: a report, a complaint, a contract, a return; one file for each."""
