/**
 * Runs before the first paint, so that a chosen colour scheme never flashes; also tells the style sheet that scripts run, and
 * takes it back when one of the page's own does not come: what needs it is not offered then. The one inline script of the site: the content security policy allows it by its hash.
 */
export const colourSchemeScript =
  "(function(){var r=document.documentElement;if('noModule' in document.createElement('script'))r.dataset.scripted='';" +
  "addEventListener('error',function(e){if(e.target.tagName==='SCRIPT')delete r.dataset.scripted},true);" +
  "try{var t=localStorage.getItem('theme');" +
  "if(t==='light'||t==='dark')r.dataset.theme=t}catch(e){}})()";
