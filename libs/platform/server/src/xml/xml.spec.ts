import { describe, expect, it } from '@jest/globals';
import { Xml } from './xml.js';

describe('an element', () => {
  it('escapes texts and attributes, and nests', () => {
    const inner = Xml.element('b', { title: `"'<>&`, left: undefined }, 'a < b & c');
    expect(Xml.document(Xml.element('a', {}, inner, null, ']]>'))).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n' +
        '<a><b title="&quot;&#39;&lt;&gt;&amp;">a &lt; b &amp; c</b>]]&gt;</a>\n',
    );
  });

  it('is empty without content', () => {
    expect(Xml.element('link', { href: '/' }, null).source).toBe('<link href="/"/>');
  });

  it('leaves out what no document may hold, and keeps what it may', () => {
    expect(Xml.element('a', {}, 'x\u0000\u001b\ud800\uffffy\n\t🙂').source).toBe('<a>xy\n\t🙂</a>');
  });
});
