/** With this address anybody signs in to the demo's clinic: its messages land on the demo's mailbox page. */
export const CLINICIAN_ADDRESS = "clinician@hindsight.example";
