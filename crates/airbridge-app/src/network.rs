//! What an operation works with, without anybody in it: airfields, facilities, aircraft and crews, as its tables now have them.
//!
//! Reading tables takes longer than answering may. What was read is kept by the name of its blob, whose content never changes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use airbridge_events::{OperationId, Record};
use airbridge_model::Operation;
use jiff::tz::TimeZone;

use crate::app::App;
use crate::beside::beside;
use crate::error::Error;
use crate::planning;

/// Networks that are kept; more than the operations that are worked in at once.
const KEPT: usize = 32;

/// The network of an operation.
#[derive(Debug, Default)]
pub struct Network {
    /// The operation without patients, offers and clearances; `None` where its tables cannot be read, as before there are any.
    pub operation: Option<Operation>,
    airfields: BTreeMap<String, String>,
    facilities: BTreeMap<String, Place>,
}

/// A facility, for people elsewhere.
#[derive(Debug)]
struct Place {
    name: String,
    zone: String,
}

impl Network {
    fn of(operation: Option<Operation>) -> Self {
        let name = |zone: &TimeZone| zone.iana_name().unwrap_or("UTC").to_owned();
        let known = operation.as_ref();
        let airfields = known.map_or(&[][..], |known| &known.airfields).iter();
        let facilities = known.map_or(&[][..], |known| &known.facilities).iter();
        Self {
            airfields: airfields
                .map(|field| (field.id.to_string(), name(&field.zone)))
                .collect(),
            facilities: facilities
                .map(|facility| {
                    let place = Place {
                        name: facility.name.clone(),
                        zone: name(&facility.zone),
                    };
                    (facility.id.to_string(), place)
                })
                .collect(),
            operation,
        }
    }

    /// The zone of an airfield, by its IANA name.
    pub fn airfield_zone(&self, id: &str) -> Option<&str> {
        self.airfields.get(id).map(String::as_str)
    }

    /// The zone of a facility, by its IANA name.
    pub fn facility_zone(&self, id: &str) -> Option<&str> {
        self.facilities.get(id).map(|place| place.zone.as_str())
    }

    /// The operator of an aircraft.
    pub fn operator(&self, aircraft: &str) -> Option<&str> {
        let mut all = self.operation.iter().flat_map(|known| &known.aircraft);
        let found = all.find(|known| known.id.as_str() == aircraft)?;
        Some(found.operator.as_str())
    }

    /// What people call a facility.
    pub fn facility_name(&self, id: &str) -> Option<&str> {
        let place = self.facilities.get(id)?;
        Some(place.name.as_str()).filter(|name| !name.is_empty())
    }
}

/// The networks of all operations.
#[derive(Clone, Debug, Default)]
pub struct Networks(BTreeMap<OperationId, Arc<Network>>);

impl Networks {
    /// The network of an operation.
    pub fn of(&self, id: &OperationId) -> Option<&Network> {
        self.0.get(id).map(|known| &**known)
    }
}

/// Networks by the blob that they were read from.
#[derive(Debug, Default)]
pub(crate) struct Read(Mutex<BTreeMap<String, Arc<Network>>>);

impl Read {
    fn get(&self, blob: &str) -> Option<Arc<Network>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(blob).cloned()
    }

    fn keep(&self, blob: String, network: &Arc<Network>) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= KEPT {
            known.clear();
        }
        known.insert(blob, network.clone());
    }
}

impl App {
    /// The networks of all operations, as their tables now are.
    ///
    /// # Errors
    ///
    /// The store does not answer.
    pub async fn networks(&self) -> Result<Networks, Error> {
        self.catch_up().await?;
        let blobs = |record: &Record| {
            let all = record.operations.iter();
            all.map(|(id, known)| (id.clone(), known.tables.clone())).collect()
        };
        let blobs: Vec<(OperationId, String)> = self.see(blobs);
        let mut networks = BTreeMap::new();
        for (id, blob) in blobs {
            networks.insert(id, self.network(blob).await?);
        }
        Ok(Networks(networks))
    }

    /// The network of tables that lie in a blob.
    async fn network(&self, blob: String) -> Result<Arc<Network>, Error> {
        if let Some(known) = self.inner.networks.get(&blob) {
            return Ok(known);
        }
        let tables = match self.tables(&blob).await {
            Ok(tables) => tables,
            // Patients are listed without a map too.
            Err(Error::Bug(what)) => {
                tracing::error!(what, "the tables of an operation cannot be read");
                return Ok(Arc::default());
            }
            Err(error) => return Err(error),
        };
        let read = beside("reading an operation has failed", move || {
            Network::of(planning::network(tables))
        });
        let network = Arc::new(read.await?);
        self.inner.networks.keep(blob, &network);
        Ok(network)
    }
}
