/**
 * Runs before the first paint, so that a chosen colour scheme never flashes; also tells the style sheet that scripts run.
 * The one inline script of the site: the content security policy allows it by its hash.
 */
export const colourSchemeScript =
  "(function(){var r=document.documentElement;r.dataset.scripted='';try{var t=localStorage.getItem('theme');" +
  "if(t==='light'||t==='dark')r.dataset.theme=t}catch(e){}})()";
