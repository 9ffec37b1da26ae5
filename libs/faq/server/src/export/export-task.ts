/** Job that writes the export: each night, and whenever an entry went out of force. */
export const EXPORT_TASK = 'faq.export-entries';
