/** With every object: which put it came by, so that a put whose answer was lost can be recognised. */
export const PUT_ID = 'kindred-put';
