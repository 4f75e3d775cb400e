/** Which code made a snapshot, in the auditor's file. It changes whenever the mathematics may give other bytes. */
export const CODE = 'Equal Say 0.1.0, opinion 5';
