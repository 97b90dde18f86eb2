-- Whoever opens the work list is not shown the letters that they are in themselves: found by the officer, not by the case.
CREATE INDEX conflicts_of_staff ON conflicts (staff_id, case_id);
