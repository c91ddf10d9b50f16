//! How often what happens.

/// How often what happens. All are synthetic; the rate of deaths is set so that a list with the mix of the waiting list family (10, 35 and 55 of a hundred)
/// loses 0.15 of a thousand people a day, as 1,092 deaths among some 14,000 who waited in Gaza from July 2024 to 28 November 2025 make (Palestinian health
/// ministry and WHO by the press, "likely underreported"); how it is shared between the levels is made up.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Rates {
    /// Of a hundred aircraft, those that break on a day.
    pub aircraft_out: f64,
    /// Of a hundred crews, those that are out of duty on a day.
    pub crew_out: f64,
    /// Of a hundred missions of a day, those that are late.
    pub delayed: f64,
    /// Of a hundred airfields, those that close on a day.
    pub airfield_closed: f64,
    /// Of a hundred offers with beds still free or promised, those that are cut on a day.
    pub beds_withdrawn: f64,
    /// Of a hundred days, those on which a hospital offers more.
    pub beds_offered: f64,
    /// Of a hundred clearances, those that are late or suspended for a while on a day.
    pub clearance_late: f64,
    /// Of a thousand who wait, those who die on a day: urgent, priority, routine.
    pub died: [f64; 3],
    /// Of a thousand who wait and are not urgent, those who get worse on a day.
    pub worse: f64,
    /// Of a thousand who wait, those who are not fit to fly for some days.
    pub unfit: f64,
    /// Of a thousand who wait, those whose request is withdrawn on a day.
    pub withdrawn: f64,
    /// Of a hundred who were treated, those who go home when their stay is over.
    pub returns: f64,
}

impl Rates {
    /// Those of the documentation, all synthetic.
    pub const STANDARD: Self = Self {
        aircraft_out: 1.0,
        crew_out: 0.5,
        delayed: 15.0,
        airfield_closed: 0.3,
        beds_withdrawn: 1.0,
        beds_offered: 5.0,
        clearance_late: 0.05,
        died: [0.7, 0.18, 0.03],
        worse: 3.0,
        unfit: 3.0,
        withdrawn: 0.5,
        returns: 60.0,
    };

    /// Nothing happens, and nobody goes home.
    pub const NOTHING: Self = Self {
        aircraft_out: 0.0,
        crew_out: 0.0,
        delayed: 0.0,
        airfield_closed: 0.0,
        beds_withdrawn: 0.0,
        beds_offered: 0.0,
        clearance_late: 0.0,
        died: [0.0; 3],
        worse: 0.0,
        unfit: 0.0,
        withdrawn: 0.0,
        returns: 0.0,
    };

    /// The same with the disruptions so many times as often; the share who go home stays.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        let times = |rate: f64| rate * factor;
        Self {
            aircraft_out: times(self.aircraft_out),
            crew_out: times(self.crew_out),
            delayed: times(self.delayed),
            airfield_closed: times(self.airfield_closed),
            beds_withdrawn: times(self.beds_withdrawn),
            beds_offered: times(self.beds_offered),
            clearance_late: times(self.clearance_late),
            died: self.died.map(times),
            worse: times(self.worse),
            unfit: times(self.unfit),
            withdrawn: times(self.withdrawn),
            returns: self.returns,
        }
    }
}
