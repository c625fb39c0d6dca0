"""When: every temporal expression of a report, with the date it stands for."""
