import { NavLink } from 'react-router';
import classes from './Sections.module.css';

/** The way to each section of the console. */
export function Sections() {
  return (
    <nav aria-label="Sections">
      <NavLink to="/secrets" className={classes.section}>
        Secrets
      </NavLink>
    </nav>
  );
}
