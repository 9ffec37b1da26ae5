/**
 * Classes of forms that stand on a page of their own: `form` puts the fields below each other, `two` two of them beside each other
 * where there is room, `buttons` several ways to send it in a line; `control` is what is typed into or chosen from, where no `TextField` or
 * `Select` stands around it.
 */
export { default as formStyles } from './forms.module.css';
