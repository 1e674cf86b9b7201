/** What a request about mail says no to, beside what every request does. */
export const deputyIsThePerson = 'Người thay mặt phải là người khác.';
