/** What is stated of a case, and when that is due, in the order in which SQL lists it. */
export const STATED =
  'opened, opened_on, closed, closed_on, due_on, overdue_from, in_time, acknowledged, ack_due_on, ack_overdue_from, ack_in_time';

/** All that is kept of a case, replaced or not. */
export const STORED = `tenant_id, reporter_id, number, vendor_id, segment_id, line, lines, ${STATED}, kpi_file_id, load_number, due_load, ack_due_load`;
